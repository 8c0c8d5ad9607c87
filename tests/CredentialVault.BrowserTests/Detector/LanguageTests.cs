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

    [Theory]
    [InlineData("Incorrect password!")]
    [InlineData("Invalid username or password. Attempts left: 4")]
    [InlineData("Sorry, we couldn't sign you in.")]
    [InlineData("Falscher Benutzername oder falsches Passwort.")]
    [InlineData("Identifiant ou mot de passe incorrect.")]
    [InlineData("Usuario o contraseña incorrectos")]
    [InlineData("Credenziali non valide")]
    [InlineData("Usuário ou senha inválidos")]
    [InlineData("Onjuiste gebruikersnaam of wachtwoord")]
    [InlineData("Nieprawidłowy login lub hasło")]
    [InlineData("Nesprávné jméno nebo heslo")]
    [InlineData("Неверный логин или пароль")]
    [InlineData("Невірний логін або пароль")]
    [InlineData("Kullanıcı adı veya şifre hatalı")]
    [InlineData("Fel lösenord")]
    [InlineData("Väärä salasana")]
    [InlineData("Λανθασμένος κωδικός")]
    [InlineData("Hibás jelszó")]
    [InlineData("ユーザー名またはパスワードが正しくありません")]
    [InlineData("用户名或密码错误")]
    [InlineData("아이디 또는 비밀번호가 올바르지 않습니다")]
    [InlineData("اسم المستخدم أو كلمة المرور غير صحيحة")]
    [InlineData("שם משתמש או סיסמה שגויים")]
    [InlineData("Tên đăng nhập hoặc mật khẩu không đúng")]
    public async Task A_form_that_says_no_is_understood_once_that_can_be_seen(string complaint)
    {
        var page = await browser.OpenAsync("public-page");
        await page.SetContentAsync($"<form><label>Email <input type=email></label><label>Password <input type=password></label><button>Sign in</button></form><p hidden>{complaint}</p>");
        Assert.DoesNotContain("says-rejected", (await DetectorBrowser.LookAsync(page)).Evidence, StringComparer.Ordinal);
        await page.EvaluateAsync("document.querySelector('p').hidden = false");
        Assert.Contains("says-rejected", (await DetectorBrowser.LookAsync(page)).Evidence, StringComparer.Ordinal);
        await page.CloseAsync();
    }

    public static TheoryData<string, string, string> Choosing => new()
    {
        { "en", "Choose a strong password", "Password" },
        { "de", "Wähle ein sicheres Passwort", "Passwort" },
        { "fr", "Définissez votre mot de passe", "Mot de passe" },
        { "es", "Elige tu contraseña", "Contraseña" },
        { "pt", "Defina sua senha", "Senha" },
        { "it", "Imposta la tua password", "Password" },
        { "nl", "Kies een sterk wachtwoord", "Wachtwoord" },
        { "pl", "Ustaw hasło", "Hasło" },
        { "cs", "Nastavte si heslo", "Heslo" },
        { "ru", "Придумайте пароль", "Пароль" },
        { "uk", "Створіть пароль", "Пароль" },
        { "tr", "Parolanızı belirleyin", "Parola" },
        { "sv", "Välj ett lösenord", "Lösenord" },
        { "da", "Vælg en adgangskode", "Adgangskode" },
        { "nb", "Velg et passord", "Passord" },
        { "fi", "Luo salasana", "Salasana" },
        { "hu", "Válasszon jelszót", "Jelszó" },
        { "ro", "Alege o parolă", "Parolă" },
        { "el", "Ορίστε κωδικό πρόσβασης", "Κωδικός πρόσβασης" },
        { "ja", "パスワードを設定してください", "パスワード" },
        { "zh-Hans", "设置您的密码", "密码" },
        { "zh-Hant", "設定密碼", "密碼" },
        { "ko", "비밀번호를 설정하세요", "비밀번호" },
        { "ar", "إنشاء كلمة المرور", "كلمة المرور" },
        { "he", "בחירת סיסמה", "סיסמה" },
        { "vi", "Tạo mật khẩu", "Mật khẩu" },
        { "id", "Buat kata sandi", "Kata sandi" },
    };

    [Theory]
    [MemberData(nameof(Choosing))]
    public async Task Nothing_goes_where_a_first_password_is_chosen_in(string language, string heading, string password)
    {
        var page = await browser.OpenAsync("public-page");
        await page.SetContentAsync(Form(language, $"<h1>{heading}</h1>", Field(password, "", "password"), Button("OK")));
        (await DetectorBrowser.LookAsync(page)).Is("sign-up", "unsure");
        await page.CloseAsync();
    }

    public static TheoryData<string, string, string, string> Changing => new()
    {
        { "en", "Change your email address", "Email", "Password" },
        { "en", "New username", "Username", "Current password" },
        { "de", "E-Mail-Adresse ändern", "E-Mail-Adresse", "Passwort" },
        { "fr", "Changer d'adresse e-mail", "E-mail", "Mot de passe" },
        { "es", "Cambiar correo electrónico", "Correo", "Contraseña" },
        { "pt", "Alterar e-mail", "E-mail", "Senha" },
        { "it", "Modifica indirizzo email", "Email", "Password" },
        { "nl", "E-mailadres wijzigen", "E-mail", "Wachtwoord" },
        { "pl", "Zmień adres e-mail", "E-mail", "Hasło" },
        { "cs", "Změna e-mailu", "E-mail", "Heslo" },
        { "ru", "Изменить имя пользователя", "Имя пользователя", "Пароль" },
        { "uk", "Змінити електронну пошту", "Електронна пошта", "Пароль" },
        { "tr", "E-posta değiştir", "E-posta", "Şifre" },
        { "sv", "Byt e-postadress", "E-post", "Lösenord" },
        { "da", "Skift e-mailadresse", "E-mail", "Adgangskode" },
        { "nb", "Endre e-postadresse", "E-post", "Passord" },
        { "fi", "Vaihda sähköpostiosoite", "Sähköposti", "Salasana" },
        { "el", "Αλλαγή email", "Email", "Κωδικός πρόσβασης" },
        { "hu", "E-mail cím módosítása", "E-mail", "Jelszó" },
        { "ro", "Schimbă adresa de e-mail", "E-mail", "Parolă" },
        { "ja", "メールアドレスの変更", "メールアドレス", "パスワード" },
        { "zh-Hans", "修改邮箱", "邮箱", "密码" },
        { "zh-Hant", "變更電子郵件", "電子郵件", "密碼" },
        { "ko", "이메일 변경", "이메일", "비밀번호" },
        { "ar", "تغيير البريد الإلكتروني", "البريد الإلكتروني", "كلمة المرور" },
        { "he", "שינוי כתובת אימייל", "אימייל", "סיסמה" },
        { "hi", "ईमेल बदलें", "ईमेल", "पासवर्ड" },
        { "vi", "Thay đổi email", "Email", "Mật khẩu" },
        { "th", "เปลี่ยนอีเมล", "อีเมล", "รหัสผ่าน" },
        { "id", "Ubah alamat email", "Email", "Kata sandi" },
    };

    [Theory]
    [MemberData(nameof(Changing))]
    public async Task Nothing_goes_where_another_address_or_name_is_given_in(string language, string change, string name, string password)
    {
        var page = await browser.OpenAsync("public-page");
        await page.SetContentAsync(Form(language, $"<h1>{change}</h1>", Field(name, ""), Field(password, "", "password"), "<button>OK</button>"));
        (await DetectorBrowser.LookAsync(page)).Is("other", "unsure");

        await page.SetContentAsync(Form(language, Field(name, ""), Field(password, "", "password"), $"<button>{change}</button>"));
        (await DetectorBrowser.LookAsync(page)).Is("other", "unsure");
        await page.CloseAsync();
    }

    private static string Form(string language, params string[] parts) =>
        $"<!doctype html><html lang={language}><meta charset=utf-8><form method=post>{string.Concat(parts)}</form>";

    private static string Field(string label, string mark, string type = "text") => $"<p><label>{label} <input type={type} data-is=\"{mark}\"></label></p>";

    private static string Button(string caption, string mark = "submit") => $"<p><button data-is=\"{mark}\">{caption}</button></p>";
}
