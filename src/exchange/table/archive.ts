/** How large a zip archive says it is when unpacked: read from its list of contents, before anything is unpacked. */

const END = 0x06054b50;
const ENTRY = 0x02014b50;
/** The list's end stands within so many bytes of the file's, a comment included. */
const REACH = 65_557;

/** Bytes of all entries together; undefined for what is no plain zip archive. */
export function archiveSize(bytes: Uint8Array): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfList(view);
  if (end === undefined) return undefined;
  const entries = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  let size = 0;
  for (let i = 0; i < entries; i++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== ENTRY) return undefined;
    size += view.getUint32(at + 24, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return size;
}

function endOfList(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - REACH); at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  return undefined;
}
