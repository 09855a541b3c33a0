// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

// Modules made to be caught: BoundaryTests runs its checker over these and must find every breach, and nothing else.
namespace Planted.Kernel
{
    internal readonly record struct Word(int Value);
}

namespace Planted.Upper
{
    internal sealed class Inside
    {
        public const int Answer = 42;
    }

    internal sealed class CallsDown
    {
        public static string Ask() => new Lower.Contract.Offered(1).ToString();
    }
}

namespace Planted.Upper.Contract
{
    internal sealed record Asked(Kernel.Word Word);

    [AttributeUsage(AttributeTargets.Class)]
    internal sealed class AskedAttribute : Attribute;
}

namespace Planted.Lower.Contract
{
    internal sealed record Offered(int Number);
}

namespace Planted.Lower
{
    /// <summary>All that is allowed: own module, kernel, machines, contract of a module above.</summary>
    internal sealed class Obeys
    {
        public static Contract.Offered Answer(Upper.Contract.Asked asked) =>
            new(Platform.Disk.Free + asked.Word.Value);
    }

    internal sealed class ReachesInside
    {
        public static object Reach() => new Upper.Inside();
    }

    internal sealed class HoldsInAField
    {
        public List<Upper.Inside[]>? Held { get; set; }
    }

    internal sealed class HidesInALambda
    {
        public static Func<Type> Hidden() => () => typeof(Upper.Inside);
    }
}

namespace Planted.Platform
{
    internal static class Disk
    {
        public static int Free => 1;
    }

    internal sealed class KnowsAModule
    {
        public static object Reach(Upper.Contract.Asked asked) => asked.Word;
    }
}

namespace Planted.Stray
{
    internal sealed class BelongsNowhere
    {
        public static object Reach() => new Lower.Contract.Offered(2);
    }
}
