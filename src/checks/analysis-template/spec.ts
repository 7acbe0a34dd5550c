import type { Complain } from '../provider.ts';
import { type SpecFields, specFields } from '../spec-fields.ts';

/** A reference to a key of a Secret, which the controller reads. */
export interface SecretKeyRef {
  readonly name: string;
  readonly key: string;
}

/** An arg as AnalysisTemplates and AnalysisRuns have it. */
export interface TemplateArg {
  readonly name: string;
  readonly value?: string;
  readonly valueFrom?: { readonly secretKeyRef?: SecretKeyRef; readonly fieldRef?: unknown };
}

/** What stands under `provider.analysisTemplate`: a template of the cluster, and the args that it is given. */
export interface TemplateCheck {
  readonly templateName: string;
  /** It is a ClusterAnalysisTemplate. */
  readonly clusterScope: boolean;
  readonly args: readonly TemplateArg[];
}

/** Reads `provider.analysisTemplate`. Pure. */
export function parseTemplateCheck(raw: unknown, complain: Complain): TemplateCheck | undefined {
  const fields = specFields(raw, ['templateName', 'clusterScope', 'args'], complain);
  if (fields === undefined) return undefined;
  const templateName = fields.text('templateName', 'the name of an AnalysisTemplate');
  const clusterScope = fields.flag('clusterScope');
  const args = fields.objects('args', ['name', 'value', 'valueFrom']).map(readArg);
  const names = args.map(({ name }) => name);
  for (const name of new Set(names.filter((one, index) => one !== '' && names.indexOf(one) !== index)))
    fields.complain('args', `has ${name} twice`);
  return fields.wrong() || templateName === undefined ? undefined : { templateName, clusterScope, args };
}

function readArg(fields: SpecFields): TemplateArg {
  const name = fields.text('name', 'the name of an arg of the template') ?? '';
  const from = fields.object('valueFrom', ['secretKeyRef']);
  if (from === undefined) {
    // Text only, as the kind in the cluster has it; an empty one is a value too.
    const value = fields.text('value');
    if (fields.raw('value') === undefined && fields.raw('valueFrom') === undefined)
      fields.complain('value', 'is missing', 'give it a value, or valueFrom.secretKeyRef');
    return { name, ...(value !== undefined && { value }) };
  }
  if (fields.raw('value') !== undefined) fields.complain('value', 'is there, and so is valueFrom');
  const secret = from.object('secretKeyRef', ['name', 'key']);
  if (secret === undefined) {
    if (from.raw('secretKeyRef') === undefined)
      from.complain('secretKeyRef', 'is missing', 'such as { name: datadog, key: token }');
    return { name };
  }
  const [of, key] = [secret.text('name', 'the name of a Secret'), secret.text('key', 'a key of the Secret')];
  return { name, valueFrom: { secretKeyRef: { name: of ?? '', key: key ?? '' } } };
}
