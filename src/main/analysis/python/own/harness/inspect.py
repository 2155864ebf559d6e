import json, sys
try:
    from importlib import metadata
except ImportError:
    metadata = None
names = """pandas numpy matplotlib scipy scikit-learn statsmodels seaborn pyarrow polars duckdb openpyxl plotly pillow
 python-dateutil""".split()
packages = []
for name in names:
    try:
        packages.append({"name": name, "version": str(metadata.version(name))[:50]})
    except Exception:
        pass
print("\n" + json.dumps({"version": sys.version.split()[0], "venv": sys.prefix != sys.base_prefix, "packages": packages}))
