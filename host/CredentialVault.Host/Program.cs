using CredentialVault.Host.Handlers;
using CredentialVault.Host.NativeMessaging;
using CredentialVault.Host.Platform.Unix;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

UnixProcess.KeepMemoryPrivate();

// The empty builder: no configuration, no watching of folders, and no logging to standard output, which belongs to the protocol.
var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true, Args = [] });
builder.Services
    .AddSingleton(TimeProvider.System)
    .AddSingleton(new CallerOrigin(
        startedAs: Environment.GetCommandLineArgs()[0],
        executable: Environment.ProcessPath ?? "",
        extensionOrigin: args.FirstOrDefault(argument => argument.StartsWith("chrome-extension://", StringComparison.Ordinal)),
        parent: UnixProcess.Parent,
        automation: Environment.GetEnvironmentVariable(CallerOrigin.AutomationVariable)))
    .AddSingleton<IHandler, HelloHandler>()
    .AddSingleton<IHandler, SignInHandler>()
    .AddSingleton<IHandler, MakeReadyHandler>()
    .AddSingleton<IHandler, FillHandler>()
    .AddSingleton<IHandler, ReportHandler>()
    .AddSingleton<IHandler, SessionHandler>()
    .AddSingleton<IHandler, SessionPartHandler>()
    .AddSingleton<IHandler, ListCredentialsHandler>()
    .AddSingleton<IHandler, BeginDraftHandler>()
    .AddSingleton<IHandler, SaveCredentialHandler>()
    .AddSingleton<IHandler, RemoveCredentialHandler>()
    .AddSingleton<IHandler, UnlockCredentialHandler>()
    .AddSingleton<IHandler, GetDraftCodeHandler>()
    .AddSingleton<IHandler, GetCodeHandler>()
    .AddSingleton<IHandler, ListPlacesHandler>()
    .AddSingleton<IHandler, AddAutomationHandler>()
    .AddSingleton<IHandler, RemoveAutomationHandler>()
    .AddSingleton<IHandler, VerifyCredentialHandler>()
    .AddSingleton<IHandler, VerificationHandler>()
    .AddSingleton<IHandler, VerificationPictureHandler>()
    .AddSingleton<IHandler, ListAuditHandler>()
    .AddSingleton<MessageRouter>()
    .AddSingleton(_ => new MessageReader(Console.OpenStandardInput()))
    .AddSingleton(_ => new MessageWriter(Console.OpenStandardOutput()))
    .AddHostedService<NativeMessagingService>();

await builder.Build().RunAsync();
