import { describe, expect, it } from '@jest/globals';
import { accessForDiagnosis } from '../../src/diagnose/access.ts';
import { renderRole } from '../../src/kube/role.ts';

describe('what a diagnosis may need', () => {
  it('is all optional: the run goes on without', () => {
    expect(accessForDiagnosis('shop').every(({ optional }) => optional === true)).toBe(true);
  });

  it('is reading in one namespace, nothing else', () => {
    const rules = accessForDiagnosis('shop').map((rule) => {
      const resource =
        rule.subresource === undefined ? rule.resource : `${rule.resource}/${rule.subresource}`;
      return `${rule.namespace ?? ''}: ${rule.verb} ${resource}`;
    });
    expect(rules).toEqual([
      'shop: list pods',
      'shop: get replicasets',
      'shop: list events',
      'shop: get pods/log',
    ]);
    expect(renderRole(accessForDiagnosis('shop'))).toContain('resources: ["pods/log"]');
  });
});
