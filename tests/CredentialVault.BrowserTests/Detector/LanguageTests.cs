namespace CredentialVault.BrowserTests.Detector;

/// <summary>The same small forms, in the languages of the web, with no name, id or token to help.</summary>
public sealed class LanguageTests(DetectorBrowser browser) : IClassFixture<DetectorBrowser>
{
    public static TheoryData<string, string, string, string, string, string> Words => new()
    {
        { "en", "Username", "Password", "Sign in", "Create account", "Verification code" },
        { "de", "Benutzername", "Passwort", "Anmelden", "Konto erstellen", "Bestätigungscode" },
        { "fr", "Identifiant", "Mot de passe", "Se connecter", "Créer un compte", "Code de vérification" },
        { "es", "Usuario", "Contraseña", "Iniciar sesión", "Crear cuenta", "Código de verificación" },
        { "pt", "Usuário", "Senha", "Entrar", "Criar conta", "Código de verificação" },
        { "it", "Nome utente", "Password", "Accedi", "Registrati", "Codice di verifica" },
        { "nl", "Gebruikersnaam", "Wachtwoord", "Inloggen", "Account aanmaken", "Verificatiecode" },
        { "pl", "Nazwa użytkownika", "Hasło", "Zaloguj się", "Zarejestruj się", "Kod weryfikacyjny" },
        { "cs", "Uživatelské jméno", "Heslo", "Přihlásit se", "Vytvořit účet", "Ověřovací kód" },
        { "ru", "Имя пользователя", "Пароль", "Войти", "Зарегистрироваться", "Код подтверждения" },
        { "uk", "Ім'я користувача", "Пароль", "Увійти", "Зареєструватися", "Код підтвердження" },
        { "tr", "Kullanıcı adı", "Şifre", "Giriş yap", "Kayıt ol", "Doğrulama kodu" },
        { "sv", "Användarnamn", "Lösenord", "Logga in", "Skapa konto", "Verifieringskod" },
        { "da", "Brugernavn", "Adgangskode", "Log ind", "Opret konto", "Bekræftelseskode" },
        { "nb", "Brukernavn", "Passord", "Logg inn", "Opprett konto", "Bekreftelseskode" },
        { "fi", "Käyttäjätunnus", "Salasana", "Kirjaudu sisään", "Luo tili", "Vahvistuskoodi" },
        { "el", "Όνομα χρήστη", "Κωδικός πρόσβασης", "Σύνδεση", "Εγγραφή", "Κωδικός επαλήθευσης" },
        { "hu", "Felhasználónév", "Jelszó", "Bejelentkezés", "Regisztráció", "Ellenőrző kód" },
        { "ro", "Nume de utilizator", "Parolă", "Autentificare", "Creează cont", "Cod de verificare" },
        { "ja", "ユーザー名", "パスワード", "ログイン", "アカウント作成", "確認コード" },
        { "zh-Hans", "用户名", "密码", "登录", "注册", "验证码" },
        { "zh-Hant", "使用者名稱", "密碼", "登入", "註冊", "驗證碼" },
        { "ko", "아이디", "비밀번호", "로그인", "회원가입", "인증번호" },
        { "ar", "اسم المستخدم", "كلمة المرور", "تسجيل الدخول", "إنشاء حساب", "رمز التحقق" },
        { "he", "שם משתמש", "סיסמה", "התחברות", "הרשמה", "קוד אימות" },
        { "hi", "उपयोगकर्ता नाम", "पासवर्ड", "लॉग इन करें", "खाता बनाएं", "सत्यापन कोड" },
        { "vi", "Tên đăng nhập", "Mật khẩu", "Đăng nhập", "Đăng ký", "Mã xác minh" },
        { "th", "ชื่อผู้ใช้", "รหัสผ่าน", "เข้าสู่ระบบ", "สมัครสมาชิก", "รหัสยืนยัน" },
        { "id", "Nama pengguna", "Kata sandi", "Masuk", "Daftar", "Kode verifikasi" },
    };

    [Theory]
    [MemberData(nameof(Words))]
    public async Task I_can_sign_in_and_nothing_goes_into_a_sign_up_in(string language, string username, string password, string signIn, string signUp, string code)
    {
        var page = await browser.OpenAsync("public-page");
        await page.SetContentAsync(Form(language, Field(username, "username"), Field(password, "password", "password"), Button(signIn)));
        (await DetectorBrowser.LookAsync(page)).Is("sign-in", "signed-out");

        await page.SetContentAsync(Form(language, Field(username, ""), Field(password, "", "password"), Button(signUp, "")));
        Assert.DoesNotContain((await DetectorBrowser.LookAsync(page)).Found, found => !found.StartsWith("submit", StringComparison.Ordinal));

        await page.SetContentAsync(Form(language, Field(username, "username"), Button(signIn)));
        (await DetectorBrowser.LookAsync(page)).Is("sign-in", "signed-out");

        await page.SetContentAsync(Form(language, Field(code, "one-time-code"), "<button data-is=submit>OK</button>"));
        (await DetectorBrowser.LookAsync(page)).Is("one-time-code", "signed-out");
        await page.CloseAsync();
    }

    private static string Form(string language, params string[] parts) =>
        $"<!doctype html><html lang={language}><meta charset=utf-8><form method=post>{string.Concat(parts)}</form>";

    private static string Field(string label, string mark, string type = "text") => $"<p><label>{label} <input type={type} data-is=\"{mark}\"></label></p>";

    private static string Button(string caption, string mark = "submit") => $"<p><button data-is=\"{mark}\">{caption}</button></p>";
}
