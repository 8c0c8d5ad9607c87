using Microsoft.EntityFrameworkCore;
using SampleSite.Data;

namespace SampleSite.Pages.Orders;

/// <summary>What the open orders need together, in the order in which one walks through the store.</summary>
public sealed class PickingListModel(SiteStyle style, SiteDatabase database) : SitePage(style)
{
    /// <summary>The items, by bin.</summary>
    public IReadOnlyList<PickingItem> Items { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var orders = await database.Orders.AsNoTracking().OrderBy(order => order.Number).ToListAsync();
        Items =
        [
            .. orders.Where(order => order.IsOpen)
                .SelectMany(order => order.Lines.Select(line => (order.Number, Line: line)))
                .GroupBy(entry => (entry.Line.Bin, entry.Line.Item))
                .OrderBy(group => group.Key.Bin, StringComparer.Ordinal)
                .Select(group => new PickingItem(
                    group.Key.Bin,
                    group.Key.Item,
                    group.Sum(entry => entry.Line.Quantity),
                    [.. group.Select(entry => entry.Number)])),
        ];
    }
}

/// <summary>One walk to one bin.</summary>
/// <param name="Bin">The bin.</param>
/// <param name="Name">What lies there.</param>
/// <param name="Quantity">How many to take.</param>
/// <param name="Orders">The numbers of the orders they are for.</param>
public sealed record PickingItem(string Bin, string Name, int Quantity, IReadOnlyList<int> Orders);
