import { readFileSync } from "node:fs";

/** A package as `package-lock.json` pins it. */
export interface LockedPackage {
  readonly name: string;
  readonly version: string;
  /** An SPDX expression, where the package says one. */
  readonly license?: string;
  /** Its archive's hash, as in Subresource Integrity. */
  readonly integrity?: string;
  /** Only tests and checks need it; the build does not. */
  readonly dev?: boolean;
  /** It runs a program of its own when it is installed. */
  readonly hasInstallScript?: boolean;
  /** Names of the packages that it needs, by kind, with the versions it takes. */
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** Packages by the folder they are installed in; the project itself is at "". */
export type Lockfile = ReadonlyMap<string, LockedPackage>;

/**
 * Reads `package-lock.json` (version 3) of the project.
 * @param root the project's folder
 */
export const readLockfile = (root: URL): Lockfile => {
  const { packages } = JSON.parse(readFileSync(new URL("package-lock.json", root), "utf8")) as {
    packages: Record<string, Omit<LockedPackage, "name"> & { name?: string }>;
  };
  return new Map(
    Object.entries(packages).map(([path, locked]) => [
      path,
      { ...locked, name: locked.name ?? path.replace(/^.*node_modules\//, "") },
    ]),
  );
};

/** The folder of the package that one in `from` gets when it asks for `name`, as Node looks it up. */
export const resolved = (lockfile: Lockfile, from: string, name: string): string | undefined => {
  for (
    let folder = from;
    ;
    folder = folder.replace(/(?:^|\/)node_modules\/(?:@[^/]+\/)?[^/]+$/, "")
  ) {
    const path = `${folder === "" ? "" : `${folder}/`}node_modules/${name}`;
    if (lockfile.has(path)) return path;
    if (folder === "") return undefined;
  }
};
