"""The Indeks Pencapaian SPM: its computation, its periods, what may happen to its inputs."""
