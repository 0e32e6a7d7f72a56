/** Media types by file name, for the blobs that pages show and play. */
const TYPES: Record<string, string> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  svg: 'image/svg+xml',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  aac: 'audio/aac',
  wav: 'audio/wav',
  ogg: 'audio/ogg',
  weba: 'audio/webm',
  webm: 'video/webm',
  mp4: 'video/mp4',
  mov: 'video/quicktime',
  json: 'application/json',
  txt: 'text/plain',
  html: 'text/html',
  csv: 'text/csv',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
  ttf: 'font/ttf',
  woff: 'font/woff',
  woff2: 'font/woff2',
};

export function typeByExtension(extension: string): string {
  return TYPES[extension] ?? 'application/octet-stream';
}

/** '' when the type is unknown. */
export function extensionByType(type: string): string {
  const plain = type.split(';')[0]?.trim() ?? '';
  if (plain === 'image/jpeg') return 'jpg';
  return Object.keys(TYPES).find((extension) => TYPES[extension] === plain) ?? '';
}
