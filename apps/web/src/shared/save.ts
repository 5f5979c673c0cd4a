/** Saves bytes as a file on the visitor's machine, as they are. */
export function save(content: Uint8Array<ArrayBuffer> | Blob, name: string, type = 'application/json'): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  link.download = name;
  link.click();
  // The download has begun by then; the address isn't needed any more.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
