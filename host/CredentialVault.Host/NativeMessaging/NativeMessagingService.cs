using CredentialVault.Errors;
using CredentialVault.Host.Handlers;
using Microsoft.Extensions.Hosting;

namespace CredentialVault.Host.NativeMessaging;

/// <summary>
/// Answers one message after the other, those apart that are held until there is news, until the browser closes the input,
/// and then lets the host end at once.
/// </summary>
/// <param name="reader">Messages from the browser.</param>
/// <param name="writer">Messages to the browser.</param>
/// <param name="router">Answers them.</param>
/// <param name="lifetime">Ends the host.</param>
internal sealed class NativeMessagingService(MessageReader reader, MessageWriter writer, MessageRouter router, IHostApplicationLifetime lifetime) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (await reader.ReadAsync(stoppingToken) is { } message)
            {
                var answer = router.Answer(message);
                if (answer.IsHeld)
                {
                    _ = WriteWhenThereAsync(answer, stoppingToken);
                }
                else
                {
                    await writer.WriteAsync(await answer.Utf8, stoppingToken);
                }
            }
        }
        catch (VaultException exception)
        {
            await writer.WriteAsync(MessageRouter.AnswerTo(exception.Error), stoppingToken);
            await Console.Error.WriteLineAsync($"credential-vault-host: {exception.Error.Sentence} [{exception.Error.Code}]");
        }
        catch (IOException)
        {
            // The browser is gone in the middle of a message.
        }
        finally
        {
            lifetime.StopApplication();
        }
    }

    private async Task WriteWhenThereAsync(ComingAnswer answer, CancellationToken stopping)
    {
        try
        {
            await writer.WriteAsync(await answer.Utf8.WaitAsync(stopping), stopping);
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The browser is gone, and with it whoever asked.
        }
    }
}
