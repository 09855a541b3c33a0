// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Web;

/// <summary>Placeholder for the assembly until the first page stands.</summary>
public static class WebAssembly
{
}
