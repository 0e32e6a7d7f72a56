/** The document that a phone is. The scripts run when the body is there; the project's come last. */
export function phoneDocument(title: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="referrer" content="no-referrer">
<title>${title.replace(/[<&]/g, (sign) => (sign === '<' ? '&lt;' : '&amp;'))}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="app.css">
</head>
<body>
<script src="phone.js"></script>
<script src="project.js"></script>
<script src="bundle.js"></script>
</body>
</html>
`;
}
