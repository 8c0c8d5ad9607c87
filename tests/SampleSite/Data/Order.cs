namespace SampleSite.Data;

/// <summary>How far an order has come.</summary>
public enum OrderStatus
{
    /// <summary>Nobody has begun.</summary>
    New,

    /// <summary>Its items are being fetched.</summary>
    Picking,

    /// <summary>It stands ready for the carrier.</summary>
    Packed,

    /// <summary>The carrier has it.</summary>
    Shipped,
}

/// <summary>What a customer has ordered.</summary>
public sealed class Order
{
    /// <summary>The number that staff and customer call it by.</summary>
    public int Number { get; init; }

    /// <summary>Who ordered.</summary>
    public required string Customer { get; init; }

    /// <summary>The quay it goes to.</summary>
    public required string DeliverTo { get; init; }

    /// <summary>The day of the order.</summary>
    public DateOnly Placed { get; init; }

    /// <summary>The last day on which it may leave.</summary>
    public DateOnly ShipBy { get; init; }

    /// <summary>How far it has come.</summary>
    public OrderStatus Status { get; set; }

    /// <summary>The items.</summary>
    public IList<OrderLine> Lines { get; init; } = [];

    /// <summary>What staff wrote about it, oldest first.</summary>
    public IList<OrderNote> Notes { get; init; } = [];

    /// <summary>The price of the whole, in euros.</summary>
    public decimal Total => Lines.Sum(line => line.Quantity * line.UnitPrice);

    /// <summary>True until it is packed.</summary>
    public bool IsOpen => Status is OrderStatus.New or OrderStatus.Picking;
}

/// <summary>One item of an order.</summary>
public sealed class OrderLine
{
    /// <summary>The item, as the catalogue calls it.</summary>
    public required string Item { get; init; }

    /// <summary>Where it lies in the store.</summary>
    public required string Bin { get; init; }

    /// <summary>How many.</summary>
    public int Quantity { get; init; }

    /// <summary>The price of one, in euros.</summary>
    public decimal UnitPrice { get; init; }
}

/// <summary>What a member of staff wrote about an order.</summary>
public sealed class OrderNote
{
    /// <summary>The email address of the writer.</summary>
    public required string Author { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>What.</summary>
    public required string Text { get; init; }
}
