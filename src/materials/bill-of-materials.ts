import { Enums, Models, Serialize, Spec, SPDX } from "@cyclonedx/cyclonedx-library";
import { resolved, type LockedPackage, type Lockfile } from "./lockfile.ts";
import { shipped } from "./shipped.ts";

const { Component, HashDictionary, LicenseExpression, LicenseRepository, SpdxLicense } = Models;

const reaches = new Set(shipped.map(({ name }) => name));

/** The engine that runs the build comes as a package among those for development. */
const builds = ({ name, dev }: LockedPackage) => !dev || name === "node";

const licensesOf = ({ license }: LockedPackage) =>
  new LicenseRepository(
    license === undefined
      ? []
      : [
          SPDX.isSupportedSpdxId(license)
            ? new SpdxLicense(license)
            : new LicenseExpression(license),
        ],
  );

const hashesOf = ({ integrity = "" }: LockedPackage) => {
  const hash = /^sha512-(.+)$/.exec(integrity)?.[1];
  return new HashDictionary(
    hash === undefined
      ? []
      : [[Enums.HashAlgorithm["SHA-512"], Buffer.from(hash, "base64").toString("hex")]],
  );
};

const componentOf = (type: Enums.ComponentType, locked: LockedPackage) => {
  const { name, version } = locked;
  return new Component(type, name, {
    version,
    bomRef: `${name}@${version}`,
    purl: `pkg:npm/${name.replace("@", "%40")}@${version}`,
    licenses: licensesOf(locked),
    hashes: hashesOf(locked),
  });
};

/**
 * The bill of materials (CycloneDX 1.6, JSON) of the site: each package that the lockfile has for
 * the build, on whichever system. Scope "required" means that something of it reaches visitors,
 * "excluded" that it only builds. It has neither time nor number: one lockfile, one text.
 */
export const billOfMaterials = (lockfile: Lockfile): string => {
  const components = new Map<string, Models.Component>();
  const componentAt = new Map(
    [...lockfile]
      .filter(([, locked]) => builds(locked))
      .map(([path, locked]) => {
        const type = path === "" ? Enums.ComponentType.Application : Enums.ComponentType.Library;
        const made = componentOf(type, locked);
        const key = `${locked.name}@${locked.version}`;
        const component = components.get(key) ?? made;
        components.set(key, component);
        return [path, component] as const;
      }),
  );
  const project = componentAt.get("");
  for (const [path, component] of componentAt) {
    if (component !== project)
      component.scope = reaches.has(component.name)
        ? Enums.ComponentScope.Required
        : Enums.ComponentScope.Excluded;
    const { dependencies, optionalDependencies } = lockfile.get(path) ?? {};
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      const needed = componentAt.get(resolved(lockfile, path, name) ?? "");
      if (needed && needed !== project) component.dependencies.add(needed.bomRef);
    }
  }
  const bom = new Models.Bom({
    metadata: new Models.Metadata({
      lifecycles: new Models.LifecycleRepository([Enums.LifecyclePhase.Build]),
      ...(project && { component: project }),
    }),
    components: new Models.ComponentRepository(
      [...components.values()].filter((component) => component !== project),
    ),
  });
  const factory = new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6);
  return new Serialize.JsonSerializer(factory).serialize(bom, { sortLists: true, space: 1 });
};
