// A single-page application that keeps its session in the browser: `keep` puts it there, `find` looks for it.
async function run({ keep, find }) {
  const main = document.querySelector("main");
  const token = await find();
  const answer = await fetch("/api/desk", { headers: { Authorization: `Bearer ${token ?? ""}` } });
  if (answer.ok) {
    main.innerHTML = `<header><button>Sign out</button></header><h1>Desk</h1>`;
    return;
  }

  main.innerHTML = `<h1>Sign in</h1>
    <form>
      <label>Email <input type="email" name="username" autocomplete="username"></label>
      <label>Password <input type="password" name="password" autocomplete="current-password"></label>
      <button>Sign in</button>
    </form>`;
  const form = main.querySelector("form");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const answer = await fetch("/sign-in", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(Object.fromEntries(new FormData(form))),
    });
    const { session } = await answer.json();
    if (!session) return;
    await keep(session);
    await run({ keep, find });
  });
}
