/** Drawings in place of photographs: nobody's face stands in this repository. */
const drawn = (inside: string, width: number, height: number): string =>
  `data:image/svg+xml;utf8,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">${inside}</svg>`)}`;

export const SAMPLE_PORTRAIT = drawn(
  '<rect width="100" height="100" fill="#E4EDF2"/><circle cx="50" cy="40" r="19" fill="#8F8475"/><path d="M14 100c2-26 18-36 36-36s34 10 36 36z" fill="#2C5876"/>',
  100,
  100,
);

const line = (y: number, left: string, right: string) =>
  `<text x="24" y="${y}" font-size="17">${left}</text><text x="276" y="${y}" font-size="17" text-anchor="end">${right}</text>`;

export const SAMPLE_RECEIPT = drawn(
  `<rect width="300" height="210" fill="#fff" stroke="#8F8475"/><text x="150" y="38" font-size="20" text-anchor="middle">样例小票</text>${line(84, '鸡蛋 2 斤', '12.00')}${line(114, '豆油 1 桶', '58.00')}<path d="M24 136h252" stroke="#8F8475" stroke-dasharray="6 5"/>${line(170, '合计', '70.00')}`,
  300,
  210,
);
