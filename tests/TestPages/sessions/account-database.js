// The one record of a database in the browser.
const opened = new Promise((resolve, reject) => {
  const request = indexedDB.open("account", 3);
  request.onupgradeneeded = () => request.result.createObjectStore("sessions", { keyPath: "name" }).createIndex("since", "since");
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

async function put(record) {
  const transaction = (await opened).transaction("sessions", "readwrite");
  transaction.objectStore("sessions").put({ name: "mine", ...record });
  await new Promise((resolve) => transaction.addEventListener("complete", resolve));
}

async function get() {
  const request = (await opened).transaction("sessions").objectStore("sessions").get("mine");
  await new Promise((resolve) => request.addEventListener("success", resolve));
  return request.result ?? null;
}
