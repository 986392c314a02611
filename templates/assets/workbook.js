// Cuts a spreadsheet (XLSX) down to some records: of each sheet that begins with their ids, the rows of the others go. It is
// an archive of XML, in which all that is not cut stays as it was packed. Comes when the file of a refined list is wanted.

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const NAMED = ["id", "record"]; // what heads the column of ids
const decode = (bytes) => new TextDecoder().decode(bytes);

/** The spreadsheet with the rows of the records in `left` alone. */
export async function cut(whole, left) {
  const files = unpacked(whole);
  const read = async (name) => decode(await inflated(files.find((one) => one.name === name)));
  const strings = xml(await read("xl/sharedStrings.xml"), "si").map(({ textContent }) => textContent);
  const heights = [];
  const change = (file, text) => {
    const data = new TextEncoder().encode(text);
    Object.assign(file, { data, packing: 0, size: data.length, sum: checksum(data) });
  };
  for (const file of files) {
    const [, number] = file.name.match(/^xl\/worksheets\/sheet(\d+)\.xml$/) ?? [];
    if (!number) continue;
    const text = await read(file.name);
    const kept = without(text, strings, left);
    if (kept === text) continue;
    heights[number - 1] = kept.match(/<row /g).length;
    change(file, kept);
  }
  const book = files.find(({ name }) => name === "xl/workbook.xml");
  const filters = /(name="_xlnm\._FilterDatabase" localSheetId="(\d+)"[^>]*>[^<]*\$)(\d+)(?=<)/g;
  change(book, (await read(book.name)).replace(filters, (_, before, sheet, rows) => before + (heights[sheet] ?? rows)));
  return packed(files);
}

const xml = (text, tag) => [...new DOMParser().parseFromString(text, "text/xml").getElementsByTagName(tag)];

/** A sheet without the rows of other records; those that stay move up. */
function without(sheet, strings, left) {
  const rows = sheet.match(/<row .*?<\/row>/gs) ?? [];
  const first = (row) => strings[row.match(/<c r="A\d+"[^>]*t="s"[^>]*><v>(\d+)/)?.[1]];
  if (!NAMED.includes(first(rows[0] ?? ""))) return sheet;
  const kept = rows.filter((row, at) => !at || left.has(first(row)));
  const moved = kept.map((row, at) => row.replace(/(<(?:row|c) r="[A-Z]*)\d+/g, `$1${at + 1}`));
  return sheet
    .replace(/<sheetData>.*<\/sheetData>/s, () => `<sheetData>${moved.join("")}</sheetData>`)
    .replace(/(<(?:dimension|autoFilter) ref="[A-Z]+1:[A-Z]+)\d+/g, `$1${kept.length}`);
}

/** The files of an archive, as it lists them. */
function unpacked(whole) {
  const view = new DataView(whole);
  let end = whole.byteLength - 22;
  while (view.getUint32(end, true) !== END) end -= 1;
  let at = view.getUint32(end + 16, true);
  return Array.from({ length: view.getUint16(end + 10, true) }, () => {
    const number = (offset) => view.getUint32(at + offset, true);
    const [length, more, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    const name = decode(new Uint8Array(whole, at + 46, length));
    const start = number(42) + 30 + view.getUint16(number(42) + 26, true) + view.getUint16(number(42) + 28, true);
    const data = new Uint8Array(whole, start, number(20));
    const file = { name, data, packing: view.getUint16(at + 10, true), sum: number(16), size: number(24), time: number(12) };
    at += 46 + length + more + comment;
    return file;
  });
}

/** What a file held before it was packed. */
async function inflated({ data, packing }) {
  if (!packing) return data;
  return new Response(new Blob([data]).stream().pipeThrough(new DecompressionStream("deflate-raw"))).arrayBuffer();
}

/** An archive of files. */
function packed(files) {
  const parts = [];
  const list = [];
  let at = 0;
  for (const { name, data, packing, sum, size, time } of files) {
    const called = new TextEncoder().encode(name);
    const told = [[2, 20], [2, 0], [2, packing], [4, time], [4, sum], [4, data.length], [4, size], [2, called.length], [2, 0]];
    const head = bytes([4, LOCAL], ...told);
    list.push(bytes([4, CENTRAL], [2, 20], ...told, [2, 0], [2, 0], [2, 0], [4, 0], [4, at]), called);
    parts.push(head, called, data);
    at += head.length + called.length + data.length;
  }
  const length = list.reduce((sum, one) => sum + one.length, 0);
  const end = bytes([4, END], [4, 0], [2, files.length], [2, files.length], [4, length], [4, at], [2, 0]);
  return new Blob([...parts, ...list, end]);
}

/** Numbers in a row, each of so many bytes, the least first. */
const bytes = (...numbers) =>
  Uint8Array.from(numbers.flatMap(([width, number]) => Array.from({ length: width }, (_, at) => (number >>> (8 * at)) & 255)));

/** The checksum that archives have of a file (CRC-32). */
function checksum(data) {
  let sum = -1;
  for (const one of data) {
    sum ^= one;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}
