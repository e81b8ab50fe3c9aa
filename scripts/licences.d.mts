/** A package that went into the bundle. */
export interface Package {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly text: string;
  readonly folder: string;
}
export const BAKED_IN: Readonly<Record<string, string>>;
export function packagesIn(root: string, inputs: readonly string[]): readonly Package[];
export function notices(packages: readonly Package[]): string;
export function billOfMaterials(manifest: object, packages: readonly Package[], lock: object): string;
