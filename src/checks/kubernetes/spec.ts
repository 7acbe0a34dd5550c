import type { Resource } from '../../kube/resources.ts';
import { type JsonPath, JsonPathError, readJsonPath } from '../json-path/index.ts';
import { parseSteps } from '../json-path/parse.ts';
import { KIND_FORMS, kindNamed } from './kube-names.ts';
import type { Complain } from '../provider.ts';
import { readFlag, readText } from '../scalar-fields.ts';
import { type SpecFields, specFields } from '../spec-fields.ts';

/** What stands under `kubernetes`. */
export interface KubernetesSpec {
  readonly resource: Resource;
  /** One object; absent for a list. */
  readonly name?: string;
  readonly labelSelector?: string;
  readonly fieldSelector?: string;
  /** Absent: that of the target. */
  readonly namespace?: string;
  readonly path: JsonPath;
  /** The path can find several values (`[*]`, a filter, `..`): the result is a list of all. */
  readonly many: boolean;
  /** Finding nothing is a result, and no error. */
  readonly allowEmpty: boolean;
}

const fieldNames = [
  'resource',
  'clusterScope',
  'name',
  'labelSelector',
  'fieldSelector',
  'namespace',
  'jsonPath',
  'allowEmpty',
];

/** Reads what is looked at; see `Provider.parse`. */
export function parseKubernetes(raw: unknown, complain: Complain): KubernetesSpec | undefined {
  const fields = specFields(raw, fieldNames, complain);
  if (fields === undefined) return undefined;
  const resource = readKind(fields);
  const [name, namespace] = [readText(fields, 'name'), readText(fields, 'namespace')];
  const labelSelector = readText(fields, 'labelSelector');
  const fieldSelector = readText(fields, 'fieldSelector');
  if (namespace !== undefined && resource?.namespaced === false) {
    fields.complain('namespace', 'belongs to kinds that live in one', 'leave it out');
  }
  if (name !== undefined && (labelSelector ?? fieldSelector) !== undefined) {
    fields.complain('name', 'stands beside a selector', 'say one of the two');
  }
  const path = readPath(fields);
  const allowEmpty = readFlag(fields, 'allowEmpty');
  if (resource === undefined || path === undefined || fields.wrong()) return undefined;
  return {
    resource,
    ...(name !== undefined && { name }),
    ...(labelSelector !== undefined && { labelSelector }),
    ...(fieldSelector !== undefined && { fieldSelector }),
    ...(namespace !== undefined && { namespace }),
    path,
    many: parseSteps(path.text).some(({ kind }) => kind !== 'field' && kind !== 'index'),
    allowEmpty,
  };
}

function readKind(fields: SpecFields): Resource | undefined {
  const given = readText(fields, 'resource', 'needed');
  const clusterScope = readFlag(fields, 'clusterScope');
  const known = given === undefined ? undefined : kindNamed(given);
  if (given !== undefined && known === undefined) {
    fields.complain('resource', 'is no kind that is known here', `allowed: ${KIND_FORMS}`);
  }
  // What a check measures is shown to everybody.
  if (known?.plural === 'secrets' && known.group === '') {
    fields.complain('resource', 'would show secrets', 'take a value of a Secret as an arg (secretKeyRef)');
  }
  return known && (clusterScope ? { ...known, namespaced: false } : known);
}

function readPath(fields: SpecFields): JsonPath | undefined {
  const text = readText(fields, 'jsonPath', 'needed');
  try {
    return text === undefined ? undefined : readJsonPath(text);
  } catch (error) {
    if (!(error instanceof JsonPathError)) throw error;
    const next = 'allowed: a JSONPath as of kubectl, such as {.items[*].status.phase}';
    fields.complain('jsonPath', error.message, next);
    return undefined;
  }
}
