addEventListener("message", async ({ data }) => {
  const headers = { "Content-Type": "application/json" };
  const answer = await fetch("/sign-in", { method: "POST", headers, body: JSON.stringify(data) });
  postMessage(await answer.json());
});
