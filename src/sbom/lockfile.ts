import { readFileSync } from "node:fs";

/** A package as `package-lock.json` pins it. */
export interface LockedPackage {
  readonly name: string;
  readonly version: string;
  /** An SPDX expression, if the package declares one. */
  readonly license?: string;
  /** The hash of its archive, as in Subresource Integrity. */
  readonly integrity?: string;
  /** Whether only tests and checks need it, and not the build. */
  readonly dev?: boolean;
  /** Whether it runs a script when it is installed. */
  readonly hasInstallScript?: boolean;
  /** The version ranges of the packages that it needs, by name. */
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** Packages by the folder that they are installed in; the project itself is at "". */
export type Lockfile = ReadonlyMap<string, LockedPackage>;

/**
 * Reads the project's `package-lock.json` (version 3).
 * @param root the folder of the project
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

/** The folder of the package that `name` resolves to for the package in the folder `from`, as Node resolves it. */
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
