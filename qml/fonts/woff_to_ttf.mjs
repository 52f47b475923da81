// Unwraps a WOFF 1.0 file (W3C WOFF File Format 1.0) into the TrueType file inside it: node woff_to_ttf.mjs IN OUT
import { readFileSync, writeFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';

const [input, output] = process.argv.slice(2);
const woff = readFileSync(input);
if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error(`${input} is not a WOFF 1.0 file`);

const flavor = woff.readUInt32BE(4);
const count = woff.readUInt16BE(12);
const tables = Array.from({ length: count }, (_, i) => {
  const at = 44 + 20 * i;
  const [offset, packed, length] = [4, 8, 12].map((field) => woff.readUInt32BE(at + field));
  const stored = woff.subarray(offset, offset + packed);
  const data = packed < length ? inflateSync(stored) : stored;
  if (data.length !== length) throw new Error(`${input}: table ${i} has the wrong length`);
  return { tag: woff.subarray(at, at + 4), checksum: woff.readUInt32BE(at + 16), data };
});

// The offset table's search fields (OpenType 1.9, "Table Directory").
const entrySelector = Math.floor(Math.log2(count));
const searchRange = 16 * 2 ** entrySelector;
const header = Buffer.alloc(12 + 16 * count);
header.writeUInt32BE(flavor, 0);
header.writeUInt16BE(count, 4);
header.writeUInt16BE(searchRange, 6);
header.writeUInt16BE(entrySelector, 8);
header.writeUInt16BE(16 * count - searchRange, 10);

const parts = [header];
let offset = header.length;
tables.forEach(({ tag, checksum, data }, i) => {
  const at = 12 + 16 * i;
  tag.copy(header, at);
  header.writeUInt32BE(checksum, at + 4);
  header.writeUInt32BE(offset, at + 8);
  header.writeUInt32BE(data.length, at + 12);
  const padded = Buffer.alloc(Math.ceil(data.length / 4) * 4);
  data.copy(padded);
  parts.push(padded);
  offset += padded.length;
});
writeFileSync(output, Buffer.concat(parts));
