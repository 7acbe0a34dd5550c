import { describe, expect, it } from '@jest/globals';
import { describeRoute, routeRows } from '../../src/render/routes.ts';
import type { RouteWeight } from '../../src/targets/route-weight.ts';

const primary: RouteWeight = {
  kind: 'VirtualService',
  name: 'web',
  route: 'primary',
  stable: 80,
  canary: 20,
  total: 100,
  managed: [],
  from: 'object',
};
const { route: _, ...whole } = primary;

describe('a route in words', () => {
  const cases: readonly (readonly [RouteWeight, string])[] = [
    [primary, 'VirtualService web, route primary: stable 80, canary 20'],
    [{ ...whole, kind: 'Ingress' }, 'Ingress web: stable 80, canary 20'],
    [{ ...whole, stable: 995, canary: 5, total: 1000 }, 'VirtualService web: stable 995, canary 5 of 1000'],
    [{ ...whole, stable: 60 }, 'VirtualService web: stable 60, canary 20, others 20'],
    [
      { ...primary, managed: ['internal', 'shadow'] },
      'VirtualService web, route primary: stable 80, canary 20; added by steps: internal, shadow',
    ],
    [{ ...whole, kind: 'alb', name: '', from: 'status' }, 'alb: stable 80, canary 20 (as the status says)'],
  ];

  it.each(cases)('%j: %s', (route, words) => {
    expect(describeRoute(route)).toBe(words);
  });
});

describe('rows', () => {
  it('have the label once', () => {
    const tcp = { ...primary, route: 'tcp 9000' };
    expect(routeRows([primary, tcp], 'Routes:')).toEqual([
      ['Routes:', 'VirtualService web, route primary: stable 80, canary 20'],
      ['', 'VirtualService web, route tcp 9000: stable 80, canary 20'],
    ]);
  });

  it('are none without routes', () => {
    expect(routeRows([], 'Routes:')).toEqual([]);
  });
});
