// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Tolhuis.Soak;
using Tolhuis.Soak.Child;
using Tolhuis.Soak.Kills;

var arguments = SoakArguments.Read(args);
if (arguments is null)
{
    Console.Error.WriteLine(SoakArguments.Help);
    return 2;
}

if (arguments.IsChild)
    return await ChildProgram.Run(arguments.Child);
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
return await Soaking.Run(arguments);
