using System.Runtime.InteropServices;

namespace CredentialVault.Cli.Browsers.Linux;

/// <summary>The system call that .NET does not offer: a signal that lets a program end in order.</summary>
internal static partial class NativeMethods
{
    /// <summary>SIGTERM of <c>signal</c>(7).</summary>
    public const int Terminate = 15;

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int Kill(int process, int signal);
}
