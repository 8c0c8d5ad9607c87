// Sends what it is given as JSON and goes where the answer says.
async function send(values) {
  const answer = await fetch("/sign-in", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(values),
  });
  const { next } = await answer.json();
  if (next === "desk") location.assign("/desk");
  return next;
}

// Says on the page that what was sent was rejected.
function complain() {
  if (document.querySelector("[role=alert]")) return;
  const alert = document.createElement("p");
  alert.setAttribute("role", "alert");
  alert.textContent = "That did not work.";
  document.body.prepend(alert);
}
