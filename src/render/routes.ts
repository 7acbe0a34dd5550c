import type { RouteWeight } from '../targets/route-weight.ts';

/** One route in words, such as `VirtualService web, route primary: stable 80, canary 20`. Pure, not escaped. */
export function describeRoute({
  kind,
  name,
  route,
  stable,
  canary,
  total,
  managed,
  from,
}: RouteWeight): string {
  const where = [[kind, name].filter((part) => part !== '').join(' '), route && `route ${route}`];
  const others = total - stable - canary;
  const weights = [
    `stable ${String(stable)}`,
    `canary ${String(canary)}`,
    // Of an experiment, or of destinations that the Rollout does not know.
    ...(others > 0 ? [`others ${String(others)}`] : []),
  ];
  return [
    `${where.filter(Boolean).join(', ')}: ${weights.join(', ')}`,
    ...(total === 100 ? [] : [` of ${String(total)}`]),
    ...(managed.length === 0 ? [] : [`; added by steps: ${managed.join(', ')}`]),
    ...(from === 'status' ? [' (as the status says)'] : []),
  ].join('');
}

/** Rows for the head of the tree and for the summary: the label stands with the first. Pure, not escaped. */
export function routeRows(
  routes: readonly RouteWeight[],
  label: string,
): readonly (readonly [string, string])[] {
  return routes.map((route, i) => [i === 0 ? label : '', describeRoute(route)]);
}
