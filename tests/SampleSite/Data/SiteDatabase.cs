using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SampleSite.Data;

/// <summary>Accounts and orders, in one SQLite file.</summary>
/// <param name="options">Where the file is.</param>
public sealed class SiteDatabase(DbContextOptions<SiteDatabase> options) : IdentityDbContext<IdentityUser>(options)
{
    /// <summary>The orders.</summary>
    public DbSet<Order> Orders => Set<Order>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<Order>(order =>
        {
            order.HasKey(o => o.Number);
            order.Property(o => o.Number).ValueGeneratedNever();
            order.OwnsMany(o => o.Lines, line => HasKeyOfItsOwn(line));
            order.OwnsMany(o => o.Notes, note => HasKeyOfItsOwn(note));
        });
    }

    // The default key is of two columns, and SQLite makes up numbers only for a key of one.
    private static void HasKeyOfItsOwn<T>(OwnedNavigationBuilder<Order, T> owned)
        where T : class
    {
        owned.Property<int>("Id");
        owned.HasKey("Id");
    }
}
