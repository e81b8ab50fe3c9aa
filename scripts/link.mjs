/**
 * Turns the chunks of a bundle into CommonJS files: esbuild splits ES modules only, but Node starts them a fifth
 * slower than CommonJS ones. What a chunk takes from another one becomes a constant of its own. (esbuild would
 * have it looked up with each use, through two getters, in the midst of planning.) What the start of a command
 * needs in any case comes in one file, for each file costs a third of a millisecond.
 */
import { basename } from 'node:path';
import { initSync, parse } from 'es-module-lexer';

initSync();

/**
 * @param texts minified by esbuild, by name; no export may change after its chunk has been loaded
 * @param doors names that keep all they need in files of their own
 * @param heads names that take in what they need, unless a door or an earlier head has it
 * @returns texts by name; fewer than there were
 */
export function linked(texts, doors, heads) {
  const chunks = new Map([...texts].map(([name, text]) => [name, chunkOf(text)]));
  const apart = new Set(doors.flatMap((door) => needed(door, chunks)));
  const homes = new Map();
  for (const head of heads) {
    for (const name of needed(head, chunks)) if (!apart.has(name) && !homes.has(name)) homes.set(name, head);
  }
  const files = new Map();
  for (const name of chunks.keys()) {
    const home = homes.get(name) ?? name;
    if (home !== name) continue;
    const others = needed(name, chunks).filter((other) => other !== name && homes.get(other) === name);
    files.set(name, fileOf(name, others, chunks, homes));
  }
  return files;
}

/** A chunk without its last statement, and what that one exports: pairs of names, the chunk's own first. */
function chunkOf(text) {
  const [statement, names, value] = /export(?:\{([^{}]*)\}| default ([^;]*));\n$/.exec(text) ?? [''];
  const body = text.slice(0, text.length - statement.length);
  return { body, imports: parse(body)[0], exported: value ? [[value, 'default']] : pairs(names) };
}

/** `a as b,c` as pairs */
function pairs(names) {
  return names
    ? names
        .split(',')
        .map((name) => name.split(' as '))
        .map(([a, b = a]) => [a, b])
    : [];
}

/** Names of all that a chunk loads, itself last: each after what it loads. */
function needed(name, chunks, found = new Set()) {
  for (const { n, d } of chunks.get(name).imports) {
    if (d === -1 && n.startsWith('.') && !found.has(basename(n))) needed(basename(n), chunks, found);
  }
  return [...found.add(name)];
}

/** One chunk as a file, with those that it takes in before it. */
function fileOf(name, others, chunks, homes) {
  const taken = (path) => {
    const home = homes.get(basename(path));
    if (home === undefined || home === basename(path)) return `require(${JSON.stringify(path)})`;
    if (home === name) return constant(path);
    return `require(${JSON.stringify(path.replace(basename(path), home))}).${constant(path)}`;
  };
  const inner = others.map((other) => {
    const { exported } = chunks.get(other);
    return `const ${constant(other)}=(()=>{${code(chunks.get(other), taken)}return${object(exported)}})();`;
  });
  const exported = [
    ...chunks.get(name).exported,
    ...others.map((other) => [constant(other), constant(other)]),
  ];
  return `"use strict";${inner.join('\n')}${code(chunks.get(name), taken)}module.exports=${object(exported)};\n`;
}

/** What a chunk is called in the file that took it in; longer than any name in it. */
function constant(path) {
  return basename(path, '.js').replace(/\W/g, '_');
}

/** A chunk's body, with `require` for `import`. */
function code({ body, imports }, taken) {
  let text = '';
  let at = 0;
  for (const { n: path, ss: start, se: end, d: dynamic } of imports) {
    text += body.slice(at, start);
    text +=
      dynamic < 0 ? bound(body.slice(start, end), taken(path)) : `Promise.resolve().then(()=>${taken(path)})`;
    at = end;
  }
  return text + body.slice(at);
}

/** `import{a as b}from"./c.js"` as `const{a:b}=require("./c.js")`; only Node's own modules are taken as a whole. */
function bound(statement, taken) {
  const [, names, whole] = /^import(?:\{(.*)\}| ?(?:\*as )?([\w$]+) )from/.exec(statement) ?? [];
  if (names) return `const{${pairs(names).map(([theirs, own]) => `${theirs}:${own}`)}}=${taken}`;
  return whole ? `const ${whole}=${taken}` : taken;
}

/** Pairs of a value and its name as an object. */
function object(entries) {
  return `{${entries.map(([value, name]) => `${name}:${value}`)}}`;
}
