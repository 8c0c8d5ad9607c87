/** Whether this page's origin keeps anything in this browser that a script can reach, cookies left out. */
export async function keepsAnything(): Promise<boolean> {
  try {
    return localStorage.length + sessionStorage.length + (await indexedDB.databases()).length > 0;
  } catch {
    // What may not be looked at may hold everything.
    return true;
  }
}
