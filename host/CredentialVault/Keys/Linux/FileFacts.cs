using System.ComponentModel;
using System.Runtime.InteropServices;
using CredentialVault.Errors;
using Microsoft.Win32.SafeHandles;

namespace CredentialVault.Keys.Linux;

/// <summary>Who owns a file, who may do what with it, and which file it is: what <c>statx</c>(2) says.</summary>
/// <param name="Owner">User id.</param>
/// <param name="Mode">Type and permission bits, as in <c>inode</c>(7).</param>
/// <param name="Inode">The file's number on its device.</param>
/// <param name="Device">The device.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FileFacts(uint Owner, int Mode, ulong Inode, ulong Device)
{
    private const int TypeMask = 0xF000;
    private const int DirectoryType = 0x4000;
    private const int RegularType = 0x8000;
    private const int StickyBit = 0x200;
    private const int OthersBits = 0x3F;
    private const int OthersWriteBits = 0x12;
    private const int NotFound = 2;

    public bool IsDirectory => (Mode & TypeMask) == DirectoryType;

    public bool IsRegular => (Mode & TypeMask) == RegularType;

    /// <summary>Whether group and world may do nothing at all with it.</summary>
    public bool IsPrivate => (Mode & OthersBits) == 0;

    /// <summary>Whether group or world may rename and replace what is in this directory.</summary>
    public bool OthersCanReplaceEntries => (Mode & OthersWriteBits) != 0 && (Mode & StickyBit) == 0;

    /// <summary>The user that this process acts as.</summary>
    public static uint EffectiveUser => NativeMethods.GetEffectiveUser();

    /// <summary>The facts of what stands at this path; of a symbolic link those of the link itself.</summary>
    /// <param name="path">The path.</param>
    /// <param name="followLink">Whether to look at what a link points to instead.</param>
    /// <returns>Nothing where nothing stands.</returns>
    /// <exception cref="VaultException"><see cref="VaultError.KeyFileUnreadable"/>.</exception>
    public static FileFacts? Of(string path, bool followLink = false)
    {
        var facts = Read(NativeMethods.CurrentDirectory, path, followLink ? 0 : NativeMethods.DoNotFollowLink, out var error);
        return facts is not null || error == NotFound
            ? facts
            : throw VaultError.KeyFileUnreadable(path).AsException(new Win32Exception(error));
    }

    /// <summary>The facts of an open file.</summary>
    /// <param name="file">The file.</param>
    /// <exception cref="Win32Exception">The system would not say.</exception>
    public static FileFacts Of(SafeFileHandle file) =>
        Read((int)file.DangerousGetHandle(), "", NativeMethods.EmptyPath, out var error) ?? throw new Win32Exception(error);

    private static FileFacts? Read(int directory, string path, int flags, out int error)
    {
        Span<byte> statx = stackalloc byte[NativeMethods.StatxSize];
        const uint BasicStats = 0x7FF;
        if (NativeMethods.Statx(directory, path, flags, BasicStats, statx) != 0)
        {
            error = Marshal.GetLastPInvokeError();
            return null;
        }

        // Offsets of struct statx in linux/stat.h, the same on every architecture.
        error = 0;
        return new(
            Owner: MemoryMarshal.Read<uint>(statx[20..]),
            Mode: MemoryMarshal.Read<ushort>(statx[28..]),
            Inode: MemoryMarshal.Read<ulong>(statx[32..]),
            Device: MemoryMarshal.Read<ulong>(statx[136..]));
    }
}
