using Microsoft.EntityFrameworkCore;
using SampleSite.Data;

namespace SampleSite.Pages.Orders;

/// <summary>All orders, the newest first.</summary>
public sealed class IndexModel(SiteStyle style, SiteDatabase database) : SitePage(style)
{
    /// <summary>The orders.</summary>
    public IReadOnlyList<Order> Orders { get; private set; } = [];

    public async Task OnGetAsync() =>
        Orders = await database.Orders.AsNoTracking().OrderByDescending(order => order.Number).ToListAsync();
}
