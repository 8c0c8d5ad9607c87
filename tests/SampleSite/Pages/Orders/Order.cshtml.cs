using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SampleSite.Data;

namespace SampleSite.Pages.Orders;

/// <summary>One order, what it needs and what staff wrote about it.</summary>
public sealed class OrderModel(SiteStyle style, SiteDatabase database, TimeProvider time) : SitePage(style)
{
    /// <summary>The order of the address.</summary>
    public Order Order { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(int number) => WithOrderAsync(number, Page);

    public Task<IActionResult> OnPostPackAsync(int number) => WithOrderAsync(number, () =>
    {
        Order.Status = OrderStatus.Packed;
        return RedirectToPage(new { number });
    });

    public Task<IActionResult> OnPostNoteAsync(int number, string? note) => WithOrderAsync(number, () =>
    {
        if (!string.IsNullOrWhiteSpace(note))
        {
            Order.Notes.Add(new OrderNote { Author = User.Identity?.Name ?? "", At = time.GetUtcNow(), Text = note.Trim() });
        }

        return RedirectToPage(new { number });
    });

    private async Task<IActionResult> WithOrderAsync(int number, Func<IActionResult> answer)
    {
        if (await database.Orders.SingleOrDefaultAsync(order => order.Number == number) is not { } order)
        {
            return NotFound();
        }

        Order = order;
        var result = answer();
        await database.SaveChangesAsync();
        return result;
    }
}
