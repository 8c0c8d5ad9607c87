// Controlled inputs: what is sent is React's state, never the element's value.
import { useState } from "react";
import { createRoot } from "react-dom/client";

function SignIn() {
  const [username, setUsername] = useState("");
  const [password, setPassword] = useState("");
  const [rejected, setRejected] = useState(false);

  async function submit(event) {
    event.preventDefault();
    setRejected((await window.send({ username, password })) === "rejected");
  }

  return (
    <form onSubmit={submit}>
      <h1>Sign in</h1>
      {rejected && <p role="alert">That did not work.</p>}
      <label>
        Email <input type="email" autoComplete="username" value={username} onChange={(e) => setUsername(e.target.value)} />
      </label>
      <label>
        Password{" "}
        <input
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={(e) => setPassword(e.target.value)}
        />
      </label>
      <button type="submit" disabled={username === "" || password === ""}>
        Sign in
      </button>
    </form>
  );
}

createRoot(document.getElementById("root")).render(<SignIn />);
