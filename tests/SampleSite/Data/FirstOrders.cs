namespace SampleSite.Data;

/// <summary>The orders that the desk finds on its first day.</summary>
internal static class FirstOrders
{
    private static readonly OrderLine[] Catalogue =
    [
        new() { Item = "Mooring line, polyester 20 mm, 30 m", Bin = "A-04", UnitPrice = 148.00m },
        new() { Item = "Cylindrical fender, 300 × 900 mm", Bin = "B-11", UnitPrice = 92.50m },
        new() { Item = "Bow shackle, galvanised, 6.5 t", Bin = "C-02", UnitPrice = 18.40m },
        new() { Item = "Deck brush, stiff", Bin = "D-07", UnitPrice = 11.90m },
        new() { Item = "Navigation lamp, port, LED", Bin = "E-01", UnitPrice = 64.00m },
        new() { Item = "Marine grease, 400 g cartridge", Bin = "D-15", UnitPrice = 7.25m },
        new() { Item = "Life jacket, 150 N", Bin = "F-03", UnitPrice = 118.00m },
        new() { Item = "Heaving line with monkey's fist, 25 m", Bin = "A-09", UnitPrice = 42.80m },
    ];

    /// <summary>A dozen orders, placed in the days before today.</summary>
    /// <param name="today">The day on which the site is first started.</param>
    public static IEnumerable<Order> Before(DateOnly today)
    {
        (string Customer, string DeliverTo, OrderStatus Status, (int Item, int Quantity)[] Lines)[] book =
        [
            ("North Quay Towage", "Quay 7, tug Arne", OrderStatus.Shipped, [(0, 4), (2, 12)]),
            ("Lindqvist Shipyard", "Slipway 2", OrderStatus.Shipped, [(5, 48), (3, 6)]),
            ("Pilot Station East", "Pilot house", OrderStatus.Packed, [(6, 8)]),
            ("Meridian Ferries", "Berth 3, ferry Solveig", OrderStatus.Picking, [(0, 6), (1, 10), (7, 2)]),
            ("Old Pier Sailing Club", "Club house", OrderStatus.New, [(1, 12), (2, 20)]),
            ("Brandt & Daughters Fishing", "Fish dock 14", OrderStatus.New, [(0, 2), (5, 24)]),
            ("Harbour Office", "Lock gate", OrderStatus.Picking, [(4, 2), (6, 4)]),
            ("Kestrel Dredging", "Dredger Kestrel II", OrderStatus.New, [(2, 40), (5, 60), (3, 4)]),
            ("Saltmarsh Marina", "Pontoon C", OrderStatus.New, [(1, 24)]),
            ("Meridian Ferries", "Berth 4, ferry Ingrid", OrderStatus.New, [(7, 4), (6, 12)]),
            ("Tideway Salvage", "Barge Constance", OrderStatus.New, [(0, 8), (2, 16), (7, 3)]),
            ("Lighthouse Trust", "Outer mole", OrderStatus.New, [(4, 6), (3, 2)]),
        ];

        return book.Select((entry, index) => new Order
        {
            Number = 1041 + index,
            Customer = entry.Customer,
            DeliverTo = entry.DeliverTo,
            Status = entry.Status,
            Placed = today.AddDays((index / 2) - 6),
            ShipBy = today.AddDays((index / 2) - 3),
            Lines = [.. entry.Lines.Select(line => Line(Catalogue[line.Item], line.Quantity))],
        });
    }

    private static OrderLine Line(OrderLine item, int quantity) =>
        new() { Item = item.Item, Bin = item.Bin, UnitPrice = item.UnitPrice, Quantity = quantity };
}
