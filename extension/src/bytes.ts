// Bytes as text and back: messages between the parts of an extension carry text only.

/** A `data:` address in base64, as its type and bytes; nothing when it is not one. */
export function fromDataUrl(data: string): { mime: string; bytes: Uint8Array } | undefined {
  const match = /^data:([a-z]+\/[a-z0-9.+-]+);base64,/i.exec(data.slice(0, 100));
  if (!match) return undefined;
  try {
    const binary = atob(data.slice(match[0].length));
    return { mime: match[1] ?? "", bytes: Uint8Array.from(binary, (c) => c.charCodeAt(0)) };
  } catch {
    return undefined;
  }
}

/** A file as a `data:` address in base64. */
export function toDataUrl(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
