import { similar } from '../../support/similar.ts';
import { argVariable } from '../command/arg-variable.ts';
import type { Complain, SpecPath } from '../provider.ts';

/**
 * Fills args into every text and key of a value, `{{args.NAME}}` and `{{ args.NAME }}`. As the controller does it, a
 * value that is filled in is not searched again, and everything between `{{` and `}}` has to be an arg. What is
 * verbatim stays as it is, templates of other programs too; an arg in it is complained of. Pure.
 */
export function fillArgs(
  value: unknown,
  args: ReadonlyMap<string, string>,
  complain: Complain,
  isVerbatim: (path: SpecPath) => boolean = () => false,
): unknown {
  const fill = (one: unknown, path: SpecPath): unknown => {
    if (isVerbatim(path)) {
      for (const name of argsIn(one)) complain(path, ...refusal(name));
      return one;
    }
    if (typeof one === 'string') return fillText(one, args, (...told) => complain(path, ...told));
    if (Array.isArray(one)) return one.map((item: unknown, index) => fill(item, [...path, index]));
    if (typeof one !== 'object' || one === null) return one;
    return Object.fromEntries(
      Object.entries(one).map(([key, item]) => {
        const inner = [...path, key];
        return [fillText(key, args, (...told) => complain(inner, ...told)), fill(item, inner)];
      }),
    );
  };
  return fill(value, []);
}

/** The names of all args that a value asks for. Pure. */
export function argsIn(value: unknown): ReadonlySet<string> {
  return new Set(
    [...(JSON.stringify(value) ?? '').matchAll(/\{\{\s*args\.(.*?)\s*\}\}/g)].map(([, name]) => name ?? ''),
  );
}

function fillText(
  text: string,
  args: ReadonlyMap<string, string>,
  complain: (what: string, next: string) => void,
): string {
  const filled = text.replaceAll(/\{\{([\s\S]*?)\}\}/g, (whole, inner: string, offset: number) => {
    const name = inner.trim();
    const value = name.startsWith('args.') ? args.get(name.slice('args.'.length)) : undefined;
    if (value !== undefined) return value;
    if (text[offset - 1] === '$')
      complain(`has $${whole}, which GitHub fills in only in a workflow`, 'pass it by the input args');
    else complain(`asks for ${whole}, which is no arg`, adviceFor(name, [...args.keys()]));
    return '';
  });
  if (/\{\{(?![\s\S]*?\}\})/.test(text)) complain('has {{ without }}', 'write {{args.NAME}}');
  return filled;
}

/** Text of the cluster must not become a part of a program: it could say what is run. */
function refusal(name: string): readonly [what: string, next: string] {
  return [
    `has {{args.${name}}}, which is not filled into what is run`,
    `use the variable that has its value: "$${argVariable(name)}" in a shell`,
  ];
}

function adviceFor(name: string, known: readonly string[]): string {
  const near = similar(name.replace(/^args\./, ''), known);
  return near === undefined ? `known args: ${known.join(', ')}` : `did you mean {{args.${near}}}?`;
}
