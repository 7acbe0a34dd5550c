import { httpRoutes } from '../../../kube/resources.ts';
import type { KubeObject } from '../../../kube/resources.ts';
import { managedNames, namespaceOf, routedServices, type Router, withManaged } from './routing.ts';

/** `trafficRouting.plugins["argoproj-labs/gatewayAPI"]` as far as it is read. */
interface RawGatewayApi {
  readonly httpRoute?: string;
  readonly httpRoutes?: readonly { readonly name: string }[];
  readonly namespace?: string;
}

/** An HTTPRoute of the Gateway API as far as it is read. */
interface RawHttpRoute extends KubeObject {
  readonly spec?: {
    readonly rules?: readonly {
      readonly name?: string;
      readonly backendRefs?: readonly { readonly name: string; readonly weight?: number }[];
    }[];
  };
}

/**
 * The Gateway API plugin: weights are those of backendRefs, in every rule that names both Services. A rule
 * for the canary alone is a header route of a step. Routes of other protocols, and those found by labels,
 * are known from the status only.
 * https://rollouts-plugin-trafficrouter-gatewayapi.readthedocs.io
 */
export const gatewayApi: Router = (rollout, config) => {
  const { httpRoute, httpRoutes: several = [], namespace } = config as RawGatewayApi;
  const services = routedServices(rollout);
  const added = managedNames(rollout);
  const names = [...(httpRoute ? [httpRoute] : []), ...several.map(({ name }) => name)];
  return names.map((name) => ({
    ref: { resource: httpRoutes, namespace: namespace || namespaceOf(rollout), name },
    weightFields: [['spec', 'rules']],
    read: (object) => {
      const rules = ((object as RawHttpRoute).spec?.rules ?? []).map((rule, index) => ({ ...rule, index }));
      const isManaged = (rule: string | undefined): rule is string =>
        rule !== undefined && added.some((one) => rule === one || numbered(rule, one));
      const routes = rules.flatMap(({ name: rule, backendRefs = [], index }) => {
        const both = [services.stable, services.canary].every((service) =>
          backendRefs.some((ref) => ref.name === service),
        );
        if (!both) return [];
        const weigh = (fits: (service: string) => boolean): number =>
          // The server fills in 1; 0 is what it never leaves out.
          backendRefs.reduce((sum, { name: to, weight = 1 }) => (fits(to) ? sum + weight : sum), 0);
        return [
          {
            ...{ kind: httpRoutes.kind, name, route: rule ?? `rule ${String(index)}` },
            stable: weigh((service) => service === services.stable),
            canary: weigh((service) => service === services.canary),
            total: weigh(() => true),
          },
        ];
      });
      return withManaged(routes, rules.map((rule) => rule.name).filter(isManaged));
    },
  }));
};

/** For the second and later rules of a route the plugin numbers the rules that it adds. */
function numbered(rule: string, name: string): boolean {
  return rule.startsWith(`${name}-`) && /^\d+$/.test(rule.slice(name.length + 1));
}
