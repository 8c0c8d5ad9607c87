using System.Runtime.InteropServices;

namespace CredentialVault.Host.Platform.Unix;

/// <summary>What the host asks of the kernel about itself.</summary>
internal static partial class UnixProcess
{
    private const int SetDumpable = 4;
    private const int CoreLimit = 4;

    /// <summary>Process id of whoever started this process.</summary>
    public static int Parent => GetParent();

    /// <summary>
    /// Makes memory unreadable for other processes of the same user (ptrace(2), /proc/PID/mem) and leaves
    /// no core file: what is opened here must not be written to a disk by a crash.
    /// </summary>
    public static void KeepMemoryPrivate()
    {
        if (OperatingSystem.IsLinux())
        {
            var none = default(ResourceLimit);
            if (SetResourceLimit(CoreLimit, in none) != 0 || ProcessControl(SetDumpable, 0, 0, 0, 0) != 0)
            {
                throw new InvalidOperationException("The kernel would not keep this process's memory private.");
            }
        }
    }

    [LibraryImport("libc", EntryPoint = "getppid")]
    private static partial int GetParent();

    [LibraryImport("libc", EntryPoint = "prctl")]
    private static partial int ProcessControl(int option, nuint second, nuint third, nuint fourth, nuint fifth);

    [LibraryImport("libc", EntryPoint = "setrlimit")]
    private static partial int SetResourceLimit(int resource, in ResourceLimit limit);

    [StructLayout(LayoutKind.Sequential)]
    private struct ResourceLimit
    {
        public nuint Soft;
        public nuint Hard;
    }
}
