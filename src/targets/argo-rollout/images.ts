import type { ContainerImage } from '../../model.ts';
import type { RawTemplate } from './rollout.ts';

/** The images of a pod template: its containers, then its init containers, in the template's order. */
export function templateImages(template: RawTemplate | undefined): readonly ContainerImage[] {
  const { containers = [], initContainers = [] } = template?.spec ?? {};
  return [
    ...containers.map(({ name, image }) => ({ container: name, init: false, image })),
    ...initContainers.map(({ name, image }) => ({ container: name, init: true, image })),
  ];
}

/** Whether two templates run the same images in the same containers. */
export function sameImages(one: readonly ContainerImage[], other: readonly ContainerImage[]): boolean {
  const key = ({ container, init, image }: ContainerImage): string => `${String(init)} ${container} ${image}`;
  return one.map(key).sort().join('\n') === other.map(key).sort().join('\n');
}

/** JSON Pointer of one container's image, below that of the template that it is in. */
export function imagePointer(
  at: string,
  template: readonly ContainerImage[],
  { container, init }: ContainerImage,
): string {
  const list = template.filter((image) => image.init === init);
  const index = list.findIndex((image) => image.container === container);
  return `${at}/spec/${init ? 'initContainers' : 'containers'}/${String(index)}/image`;
}
