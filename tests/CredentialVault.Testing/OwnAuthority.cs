using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CredentialVault.Testing;

/// <summary>A certificate authority that only its owner knows, as companies have them, and a certificate of its sites.</summary>
public sealed class OwnAuthority : IDisposable
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(30);

    private readonly X509Certificate2 _authority;

    /// <summary>Makes one, with keys of its own.</summary>
    /// <param name="hosts">The hosts of its sites; browsers take no certificate for <c>*.localhost</c>.</param>
    public OwnAuthority(params string[] hosts)
    {
        var from = DateTimeOffset.UtcNow.AddDays(-1);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Authority of a test", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        _authority = request.CreateSelfSigned(from, from + Life);
        Site = CertificateFor(hosts, from);
    }

    /// <summary>A certificate for its sites and for <c>localhost</c>, with its key.</summary>
    public X509Certificate2 Site { get; }

    /// <summary>Writes the authority's certificate to a file.</summary>
    /// <param name="path">Where.</param>
    /// <returns>The path.</returns>
    public string WriteTo(string path)
    {
        File.WriteAllText(path, _authority.ExportCertificatePem());
        return path;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _authority.Dispose();
        Site.Dispose();
    }

    private X509Certificate2 CertificateFor(string[] hosts, DateTimeOffset from)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        foreach (var host in hosts.Append("localhost"))
        {
            names.AddDnsName(host);
        }

        request.CertificateExtensions.Add(names.Build());
        using var signed = request.Create(_authority, from, from + Life, RandomNumberGenerator.GetBytes(8));
        return signed.CopyWithPrivateKey(key);
    }
}
