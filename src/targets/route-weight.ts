/** How one route splits its traffic, as the object that the router follows says it. */
export interface RouteWeight {
  /** Kind of the object, such as `VirtualService`; the router's key in the Rollout where no object was read. */
  readonly kind: string;
  /** Name of the object; empty where no object was read. */
  readonly name: string;
  /** Which route in the object: its name, `tcp 9000`, `rule 0`; absent where the object is the route. */
  readonly route?: string;
  /** Weight of the stable side, in parts of `total`. */
  readonly stable: number;
  /** Weight of the canary side, in parts of `total`. */
  readonly canary: number;
  /** What all weights are out of: 100 nearly always, else `maxTrafficWeight` or the sum of the backends. */
  readonly total: number;
  /** Header and mirror routes of the release that are in the object now; told with its first route only. */
  readonly managed: readonly string[];
  /** `status`: no object was read, this is what the controller says it has set. */
  readonly from: 'object' | 'status';
}
