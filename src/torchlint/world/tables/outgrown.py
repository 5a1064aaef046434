# Made by torchlint.world.compile from data/*.json.
# ruff: noqa: E501, RUF100

ROWS: dict[str, tuple[tuple[str, str, str, str, str, str, str], ...]] = {
    'datasets': (('2.0.0', '2.14.7', 'pyarrow', '21.0.0', '3.9', 'datasets', "AttributeError: module 'pyarrow' has no attribute 'PyExtensionType'"),),
    'diffusers': (('0.12.0', '0.29.0', 'huggingface-hub', '0.26.0', '3.8', 'diffusers', "ImportError: cannot import name 'cached_download' from 'huggingface_hub'"),),
    'flask': (('0.10', '1.1.3', 'jinja2', '3.1.0', '3.7', 'flask', "ImportError: cannot import name 'escape' from 'jinja2'"), ('1.1.3', '2.0.0', 'markupsafe', '2.1.0', '3.7', 'flask', "ImportError: cannot import name 'soft_unicode' from 'markupsafe'"), ('0.10', '1.1.3', 'itsdangerous', '2.1.0', '3.7', 'flask', "ImportError: cannot import name 'json' from 'itsdangerous'"), ('1.1.0', '1.1.3', 'werkzeug', '2.1.0', '3.7', 'flask', "ImportError: cannot import name 'BaseResponse' from 'werkzeug.wrappers'"), ('2.0.0', '2.2.4', 'werkzeug', '3.0.0', '3.8', 'flask', "ImportError: cannot import name 'url_quote' from 'werkzeug.urls'")),
    'flask-login': (('0.6.2', '0.6.3', 'werkzeug', '3.0.0', '3.8', 'flask_login', "ImportError: cannot import name 'url_decode' from 'werkzeug.urls'"),),
    'flask-sqlalchemy': (('2.3.2', '3.0.0', 'flask', '2.3.0', '3.8', 'flask_sqlalchemy', "ImportError: cannot import name '_app_ctx_stack' from 'flask'"),),
    'gradio': (('4.9.0', '5.7.1', 'huggingface-hub', '1.0.0', '3.9', 'gradio', "ImportError: cannot import name 'HfFolder' from 'huggingface_hub'"),),
    'h5py': (('3.6.0', '3.11.0', 'numpy', '2.0.0', '3.9', 'h5py', 'ValueError: numpy.dtype size changed, may indicate binary incompatibility. Expected 96 from C header, got 88 from PyObject'),),
    'imgaug': (('0.4.0', '', 'numpy', '2.0.0', '3.9', 'imgaug', 'AttributeError: `np.sctypes` was removed in the NumPy 2.0 release. Access dtypes explicitly instead.'),),
    'jinja2': (('2.7', '3.0.0', 'markupsafe', '2.1.0', '3.7', 'jinja2', "ImportError: cannot import name 'soft_unicode' from 'markupsafe'"),),
    'matplotlib': (('3.5.0', '3.7.3', 'numpy', '2.0.0', '3.9', 'matplotlib', 'ImportError: numpy.core.multiarray failed to import'),),
    'onnx': (('1.10.0', '1.12.0', 'protobuf', '4.21.0', '3.7', 'onnx', 'TypeError: Descriptors cannot be created directly.'),),
    'opencv-contrib-python': (('4.5.4.58', '4.10.0.84', 'numpy', '2.0.0', '3.9', 'cv2', 'ImportError: numpy.core.multiarray failed to import'),),
    'opencv-python': (('4.5.4.58', '4.10.0.84', 'numpy', '2.0.0', '3.9', 'cv2', 'ImportError: numpy.core.multiarray failed to import'),),
    'opencv-python-headless': (('4.5.4.58', '4.10.0.84', 'numpy', '2.0.0', '3.9', 'cv2', 'ImportError: numpy.core.multiarray failed to import'),),
    'pandas': (('1.3.3', '2.1.2', 'numpy', '2.0.0', '3.9', 'pandas', 'ValueError: numpy.dtype size changed, may indicate binary incompatibility. Expected 96 from C header, got 88 from PyObject'),),
    'pyarrow': (('6.0.0', '15.0.0', 'numpy', '2.0.0', '3.9', 'pyarrow', 'ImportError: numpy.core.multiarray failed to import'),),
    'scikit-image': (('0.19.0', '0.23.1', 'numpy', '2.0.0', '3.9', 'skimage', 'ValueError: numpy.dtype size changed, may indicate binary incompatibility. Expected 96 from C header, got 88 from PyObject'),),
    'scikit-learn': (('1.0.2', '1.3.0', 'numpy', '2.0.0', '3.9', 'sklearn', 'ValueError: numpy.dtype size changed, may indicate binary incompatibility. Expected 96 from C header, got 88 from PyObject'), ('1.3.0', '1.3.1', 'numpy', '2.0.0', '3.9', 'sklearn', "ImportError: cannot import name 'ComplexWarning' from 'numpy.core.numeric'")),
    'sentence-transformers': (('2.2.2', '2.3.0', 'huggingface-hub', '0.26.0', '3.8', 'sentence_transformers', "ImportError: cannot import name 'cached_download' from 'huggingface_hub'"),),
    'streamlit': (('1.12.0', '1.20.0', 'altair', '5.0.0', '3.7', 'streamlit', "ModuleNotFoundError: No module named 'altair.vegalite.v4'"),),
    'tensorboardx': (('0.8', '2.5.1', 'protobuf', '4.21.0', '3.7', 'tensorboardX', 'TypeError: Descriptors cannot be created directly.'),),
    'trl': (('0.4.1', '0.8.0', 'transformers', '4.39.0', '3.8', 'trl', "ImportError: cannot import name 'top_k_top_p_filtering' from 'transformers'"),),
    'wandb': (('0.10.30', '0.12.17', 'protobuf', '4.21.0', '3.7', 'wandb', 'TypeError: Descriptors cannot be created directly.'),),
}
