// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Tolhuis.Intake.Contract;
using Tolhuis.Web.Portal;
using Xunit;

namespace Tolhuis.Tests.Web;

/// <summary>An answer about a parcel tells nothing by when it comes.</summary>
public sealed class ParcelDeskTests
{
    [Theory]
    [InlineData(0, 400)]
    [InlineData(399, 1)]
    [InlineData(401, 399)]
    [InlineData(900, 300)]
    public void An_answer_that_takes_longer_waits_for_the_next_step(int took, int rest) =>
        Assert.Equal(
            TimeSpan.FromMilliseconds(rest), ParcelDesk.RestOf(TimeSpan.FromMilliseconds(took)));

    [Fact]
    public async Task No_answer_comes_before_the_time_that_every_answer_takes()
    {
        var time = new FakeTimeProvider();
        var parcels = new NoParcels();
        using var desk = new ParcelDesk(parcels, null!, time, NullLogger<ParcelDesk>.Instance);

        var answer = desk.Find("XX000000000XX", "9999 ZZ");
        await parcels.Asked.Task.WaitAsync(TestContext.Current.CancellationToken);
        time.Advance(ParcelDesk.AnswerTime - TimeSpan.FromMilliseconds(1));

        Assert.False(answer.IsCompleted);
        while (!answer.IsCompleted)
        {
            time.Advance(ParcelDesk.AnswerTime);
            await Task.Yield();
        }

        Assert.Null(await answer);
    }

    private sealed class NoParcels : IParcels
    {
        public TaskCompletionSource Asked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public FoundParcel? Find(string number, string postcode)
        {
            Asked.SetResult();
            return null;
        }
    }
}
