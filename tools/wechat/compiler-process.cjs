// Runs inside a process of its own: miniprogram-ci keeps handles open and never ends by itself, prints what nobody
// asked for, and leaves folders named after hashes where it is started. `node compiler-process.cjs TOOLS PROJECT OUT NPM`
const { mkdirSync, writeFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const path = require('node:path');

const [tools, projectPath, out, npmRoot] = process.argv.slice(2);
const ci = createRequire(path.join(tools, 'package.json'))('miniprogram-ci');
// Offline, whatever the machine is: the list of file endings that it asks WeChat's server for is not needed, and
// nobody listens on this port, so that the question ends at once instead of being waited for.
ci.proxy('http://127.0.0.1:9');

/** Given as a function, `attr` keeps it from asking WeChat's server; the key is never read for compiling. */
const open = (folder) =>
  new ci.Project({
    appid: 'touristappid',
    type: 'miniProgram',
    projectPath: folder,
    privateKey: 'offline',
    ignores: [],
    attr: async () => ({ ...ci.DefaultProjectAttr }),
  });

async function main() {
  const compiled = await ci.getCompiledResult({
    project: open(projectPath),
    setting: { useProjectConfig: true },
    onProgressUpdate: () => undefined,
  });
  for (const [name, content] of Object.entries(compiled)) {
    const file = path.join(out, 'miniprogram', name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  // The quality checks cannot read TypeScript, so they are given what was compiled from it.
  const config = {
    miniprogramRoot: 'miniprogram/',
    compileType: 'miniprogram',
    appid: 'touristappid',
    setting: MINIFIED,
  };
  writeFileSync(path.join(out, 'project.config.json'), JSON.stringify(config));
  const quality = await ci.checkCodeQuality(open(out));
  const packed = await ci.packNpmManually({
    packageJsonPath: path.join(npmRoot, 'package.json'),
    miniprogramNpmDistDir: path.join(out, 'npm'),
  });
  return { quality, packed: packed.miniProgramPackNum + packed.otherNpmPackNum };
}

const MINIFIED = { minified: true, minifyWXML: true, minifyWXSS: true };

function finish(answer) {
  writeFileSync(path.join(out, 'answer.json'), JSON.stringify(answer));
  process.exit(0);
}

process.on('unhandledRejection', (error) => finish({ error: String(error?.message ?? error) }));
mkdirSync(out, { recursive: true });
main().then(
  (answer) => finish(answer),
  (error) => finish({ error: String(error?.message ?? error) }),
);
