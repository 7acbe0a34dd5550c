import type { ContainerImage } from './model.ts';
import type { Observation } from './observation.ts';
import type { Plan, WantedImage } from './plan.ts';

/** The wanted images by container, or what is wrong with them in view of the pod template. */
export type ResolvedImages =
  | { readonly kind: 'images'; readonly images: readonly ContainerImage[] }
  | { readonly kind: 'problem'; readonly what: string; readonly next: string };

/**
 * Finds the containers that the `image` input means. `*` is every container, as in
 * `kubectl argo rollouts set image`; a bare image is for a pod with one container. Init containers are
 * changed only by name. Pure.
 */
export function resolveImages(
  wanted: readonly WantedImage[],
  template: readonly ContainerImage[],
): ResolvedImages {
  const containers = template.filter(({ init }) => !init);
  const known = template.map(({ container, init }) => (init ? `${container} (init)` : container)).join(', ');
  const images: ContainerImage[] = [];
  for (const { container, image } of wanted) {
    if (container === undefined && containers.length !== 1) {
      return {
        kind: 'problem',
        what: `image: "${image}" names no container, and the pod template has ${String(containers.length)}: ${known}.`,
        next: `Write one line for each container to change, such as ${containers[0]?.container ?? 'app'}=${image}.`,
      };
    }
    const meant = container === undefined || container === '*' ? containers : named(container, template);
    if (meant.length === 0) {
      return {
        kind: 'problem',
        what: `image: there is no container "${container ?? ''}" in the pod template; it has: ${known}.`,
        next: 'Correct the name before the "=".',
      };
    }
    images.push(...meant.map((one) => ({ ...one, image })));
  }
  return { kind: 'images', images };
}

function named(name: string, template: readonly ContainerImage[]): readonly ContainerImage[] {
  return template.filter(({ container }) => container === name);
}

/** Whether the spec of the target asks for the images of the plan already; true where the plan names none. */
export function hasImages({ images: wanted }: Plan, { template }: Observation): boolean {
  const resolved = resolveImages(wanted, template);
  if (resolved.kind === 'problem') return false;
  return resolved.images.every(({ container, init, image }) =>
    template.some((is) => is.container === container && is.init === init && is.image === image),
  );
}
