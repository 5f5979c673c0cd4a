/** Whether an address is one that only the machine itself can follow: `localhost`, 127.0.0.0/8, ::1. */
export function isOwnAddress(hostname: string): boolean {
  return /^(.+\.)?localhost\.?$|^127(\.\d{1,3}){3}$|^\[?::1\]?$/i.test(hostname);
}
