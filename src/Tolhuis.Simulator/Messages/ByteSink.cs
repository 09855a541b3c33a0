// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text;

namespace Tolhuis.Simulator.Messages;

/// <summary>
/// A growing buffer of UTF-8 bytes that is emptied and used again; one message is at most a few tens of kilobytes.
/// </summary>
internal sealed class ByteSink(int capacity = 4096)
{
    private byte[] _bytes = new byte[capacity];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    public void Truncate(int length) => Length = Math.Min(Length, length);

    public void Append(byte value)
    {
        if (Length == _bytes.Length)
            Array.Resize(ref _bytes, _bytes.Length * 2);
        _bytes[Length++] = value;
    }

    public void Append(ReadOnlySpan<byte> value)
    {
        value.CopyTo(Reserve(value.Length));
        Length += value.Length;
    }

    public void Append(string value) => Length += Encoding.UTF8.GetBytes(value, Reserve(value.Length * 3));

    /// <summary>
    /// Text for XML content: the three characters that may not stand there are written as references.
    /// </summary>
    public void AppendEscaped(ReadOnlySpan<byte> value)
    {
        for (var at = value.IndexOfAny((byte)'&', (byte)'<', (byte)'>'); at >= 0;
            at = value.IndexOfAny((byte)'&', (byte)'<', (byte)'>'))
        {
            Append(value[..at]);
            Append(value[at] switch { (byte)'&' => "&amp;"u8, (byte)'<' => "&lt;"u8, _ => "&gt;"u8 });
            value = value[(at + 1)..];
        }

        Append(value);
    }

    /// <summary>A number that is not negative, padded with zeros to at least <paramref name="digits"/>.</summary>
    public void AppendNumber(long value, int digits = 1)
    {
        var length = digits;
        for (var rest = value; rest >= Power(length); length++)
        {
        }

        var target = Reserve(length);
        for (var i = length - 1; i >= 0; i--, value /= 10)
            target[i] = (byte)('0' + value % 10);
        Length += length;
    }

    /// <summary>
    /// A number in units of one over 10 to the power of <paramref name="decimals"/>, without zeros at its end.
    /// </summary>
    public void AppendDecimal(long value, int decimals)
    {
        var scale = Power(decimals);
        AppendNumber(value / scale);
        var fraction = value % scale;
        if (fraction == 0)
            return;
        Append((byte)'.');
        for (; fraction % 10 == 0; decimals--)
            fraction /= 10;
        AppendNumber(fraction, decimals);
    }

    private static long Power(int exponent)
    {
        var power = 1L;
        for (var i = 0; i < exponent; i++)
            power *= 10;
        return power;
    }

    private Span<byte> Reserve(int count)
    {
        if (Length + count > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + count));
        return _bytes.AsSpan(Length, count);
    }
}
