/**
 * Turns the chunks of a bundle into CommonJS: esbuild splits ES modules only, but Node starts them a fifth
 * slower than CommonJS ones. What a chunk takes from another one becomes a constant of its own. (esbuild would
 * have it looked up with each use, through two getters, in the midst of planning.)
 */
import { initSync, parse } from 'es-module-lexer';

initSync();

/** @param chunk minified by esbuild; none of its exports may change after it has been loaded */
export function asCommonJs(chunk) {
  const { body, exported } = withoutExports(chunk);
  const [imports] = parse(body);
  let code = '"use strict";';
  let at = 0;
  for (const { n: name, ss: start, se: end, d: dynamic } of imports) {
    const taken = `require(${JSON.stringify(name)})`;
    code += body.slice(at, start);
    code += dynamic < 0 ? bound(body.slice(start, end), taken) : `Promise.resolve().then(()=>${taken})`;
    at = end;
  }
  return `${code}${body.slice(at)}module.exports=${exported};\n`;
}

/** A chunk's last statement says what it exports: here as an object. */
function withoutExports(chunk) {
  const [statement, names, value] = /export(?:\{([^{}]*)\}| default ([^;]*));\n$/.exec(chunk) ?? [''];
  const body = chunk.slice(0, chunk.length - statement.length);
  return { body, exported: value ? `{default:${value}}` : object(names ?? '', 1) };
}

/** `import{a as b}from"./c.js"` as `const{a:b}=require("./c.js")`; only Node's own modules are taken as a whole. */
function bound(statement, taken) {
  const [, names, whole] = /^import(?:\{(.*)\}| ?(?:\*as )?([\w$]+) )from/.exec(statement) ?? [];
  if (names) return `const${object(names, 0)}=${taken}`;
  return whole ? `const ${whole}=${taken}` : taken;
}

/** `a as b,c` as `{a:b,c:c}`, or as `{b:a,c:c}` where the key is the second (1). */
function object(names, key) {
  const pairs = names
    .split(',')
    .filter(Boolean)
    .map((name) => name.split(' as '));
  return `{${pairs.map((pair) => `${pair[key] ?? pair[0]}:${pair[1 - key] ?? pair[0]}`).join()}}`;
}
