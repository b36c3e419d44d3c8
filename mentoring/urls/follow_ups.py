from django.http import HttpResponse
from django.urls import path


def stub(request):
    return HttpResponse()


urlpatterns = [path('tindak-lanjut/', stub, name='follow-ups'), path('tindak-lanjut/<int:pk>/', stub, name='follow-up')]
