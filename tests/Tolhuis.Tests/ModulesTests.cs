// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Xunit;

namespace Tolhuis.Tests;

public sealed class ModulesTests
{
    [Fact]
    public void Every_module_has_one_word_of_its_own() =>
        Assert.Equal(Modules.All.Count, Modules.All.Select(m => m.Word).Distinct().Count());
}
